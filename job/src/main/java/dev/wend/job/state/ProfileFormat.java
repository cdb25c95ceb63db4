package dev.wend.job.state;

import dev.wend.event.Profile;
import dev.wend.event.Traits;
import dev.wend.event.Utf8Order;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The profile inside a customer; one byte where nothing is known. */
final class ProfileFormat {
  private ProfileFormat() {}

  static void write(Profile profile, DataOutputView out) throws IOException {
    out.writeBoolean(!profile.isEmpty());
    if (profile.isEmpty()) {
      return;
    }
    Wire.writeAll(profile.tags(), Wire::writeText, out);
    Wire.writeAll(profile.segments(), Wire::writeText, out);
    Wire.writeAll(profile.consents().entrySet(), ProfileFormat::writeConsent, out);
    Wire.writeBytes(profile.traits().json(), out);
  }

  static Profile read(DataInputView in) throws IOException {
    return in.readBoolean()
        ? new Profile(names(in), names(in), consents(in), Traits.ofJson(Wire.readBytes(in)))
        : Profile.EMPTY;
  }

  private static SortedSet<String> names(DataInputView in) throws IOException {
    long left = Wire.readNumber(in);
    if (left == 0) {
      return Profile.EMPTY.tags();
    }
    SortedSet<String> names = new TreeSet<>(Utf8Order.INSTANCE);
    for (; left > 0; left--) {
      names.add(Wire.readText(in));
    }
    return Collections.unmodifiableSortedSet(names);
  }

  private static void writeConsent(Map.Entry<String, Long> consent, DataOutputView out)
      throws IOException {
    Wire.writeText(consent.getKey(), out);
    Wire.writeNumber(consent.getValue(), out);
  }

  private static SortedMap<String, Long> consents(DataInputView in) throws IOException {
    long left = Wire.readNumber(in);
    if (left == 0) {
      return Profile.EMPTY.consents();
    }
    SortedMap<String, Long> consents = new TreeMap<>(Utf8Order.INSTANCE);
    for (; left > 0; left--) {
      consents.put(Wire.readText(in), Wire.readNumber(in));
    }
    return Collections.unmodifiableSortedMap(consents);
  }
}
