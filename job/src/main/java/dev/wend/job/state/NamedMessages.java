package dev.wend.job.state;

import dev.wend.job.journey.Instance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The message ids that the instances of a customer name, each written once; elsewhere their place in this list stands. */
final class NamedMessages {
  private static final int FEW = 16;

  private final List<String> ids = new ArrayList<>(2);

  /** The same, once there are more than a few. */
  private Map<String, Integer> places = Map.of();

  private NamedMessages() {}

  static NamedMessages of(List<Instance> instances) {
    NamedMessages named = new NamedMessages();
    for (Instance instance : instances) {
      named.add(instance.origin().messageId());
      if (instance.origin().trigger().isPresent()) {
        named.add(instance.origin().trigger().get().messageId());
      }
    }
    return named;
  }

  static NamedMessages read(DataInputView in) throws IOException {
    NamedMessages named = new NamedMessages();
    named.ids.addAll(Wire.readAll(MessageIdFormat::read, in));
    return named;
  }

  void write(DataOutputView out) throws IOException {
    Wire.writeAll(ids, MessageIdFormat::write, out);
  }

  /** The place of a message id, -1 where no instance names it. */
  int placeOf(String messageId) {
    return ids.size() <= FEW ? ids.indexOf(messageId) : places.getOrDefault(messageId, -1);
  }

  /** See {@link #placeOf}. */
  String at(long place) throws IOException {
    if (place < 0 || place >= ids.size()) {
      throw new IOException("no message id was written at place " + place);
    }
    return ids.get((int) place);
  }

  private void index() {
    if (places.isEmpty()) {
      places = new HashMap<>();
    }
    ids.forEach(id -> places.putIfAbsent(id, places.size()));
  }

  private void add(String messageId) {
    if (placeOf(messageId) < 0) {
      ids.add(messageId);
      if (ids.size() > FEW) {
        index();
      }
    }
  }
}
