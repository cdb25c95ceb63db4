package dev.wend.job.report.analysis;

import dev.wend.event.Utf8Order;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The customers with the smallest hashes of all that it was shown: always the same ones, in whatever order they come. */
final class Sample {
  private static final Comparator<Drawn> ORDER =
      Comparator.comparingLong(Drawn::hash).thenComparing(Drawn::customer, Utf8Order.INSTANCE);

  private final int size;
  private final TreeSet<Drawn> drawn = new TreeSet<>(ORDER);

  private record Drawn(long hash, String customer) {}

  Sample(int size) {
    this.size = size;
  }

  /**
   * Shows it a customer, as often as one likes.
   *
   * @param hash see {@link #hash}
   */
  void offer(String customer, long hash) {
    if (size == 0 || (drawn.size() == size && hash > drawn.last().hash())) {
      return;
    }
    drawn.add(new Drawn(hash, customer));
    if (drawn.size() > size) {
      drawn.pollLast();
    }
  }

  /** By hash. */
  List<String> customers() {
    return drawn.stream().map(Drawn::customer).toList();
  }

  /** So many customers at most, of each sample as many as of the others while it has any. */
  static Set<String> evenly(Collection<Sample> samples, int size) {
    List<Iterator<String>> open =
        new ArrayList<>(samples.stream().map(sample -> sample.customers().iterator()).toList());
    Set<String> chosen = new HashSet<>();
    while (!open.isEmpty()) {
      open.removeIf(customers -> !customers.hasNext());
      for (Iterator<String> customers : open) {
        if (chosen.size() == size) {
          return chosen;
        }
        chosen.add(customers.next());
      }
    }
    return chosen;
  }

  /** The first eight bytes of the SHA-256 of the id in UTF-8. */
  static long hash(String customer) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(customer.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
