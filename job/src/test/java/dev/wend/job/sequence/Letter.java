package dev.wend.job.sequence;

import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A custom event, as Flink's operator sees it and as the engine does. */
record Letter(long timestamp, String messageId, String name) {
  static final long START = 1_000;
  private static final int LONGEST_PAUSE = 5;

  /** In order of (timestamp, messageId), several of them at one time. */
  static List<Letter> draw(Random random, int count) {
    List<Letter> letters = new ArrayList<>();
    long now = START;
    for (int index = 0; index < count; index++) {
      now += random.nextInt(3) == 0 ? 0 : random.nextInt(LONGEST_PAUSE);
      char name = RandomSequence.LETTERS.charAt(random.nextInt(RandomSequence.LETTERS.length()));
      letters.add(
          new Letter(now, String.format(Locale.ROOT, "m%03d", index), String.valueOf(name)));
    }
    return List.copyOf(letters);
  }

  /** One word, for a stream of texts. */
  String text() {
    return name + ":" + messageId;
  }

  static String nameOf(String text) {
    return text.substring(0, text.indexOf(':'));
  }

  static String messageIdOf(String text) {
    return text.substring(text.indexOf(':') + 1);
  }

  CustomerEvent event() {
    return new CustomerEvent(
        messageId, "c", EventKind.CUSTOM, name, timestamp, Json.object(), Channel.ONLINE, 0);
  }
}
