package dev.wend.job.state;

import dev.wend.compile.CompiledScenario.Version;
import dev.wend.event.TriggerReference;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.Instance.Origin;
import dev.wend.job.journey.Instance.Wait;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * An instance inside a customer. What is the same for all who wait at a node stands together, with times as differences, so
 * that compression finds it again in the neighbour; what is absent or can be derived is a flag.
 */
final class InstanceFormat {
  private static final int TRIGGER = 1;
  private static final int TRIGGER_IS_ENTRY = 1 << 1;
  private static final int NEVER_EXPIRES = 1 << 2;
  private static final int SINCE_ENTRY = 1 << 3;
  private static final int NO_DEADLINE = 1 << 4;
  private static final int VISITED = 1 << 5;
  private static final int VISITED_AT_ENTRY = 1 << 6;
  private static final int TRIGGER_VALUES = 1 << 7;
  private static final int EVENT_VALUES = 1 << 8;
  private static final int SUPPRESSED = 1 << 9;
  private static final int PROGRESS = 1 << 10;

  private InstanceFormat() {}

  /**
   * Writes an instance.
   *
   * @param base the time that its entry is told from, epoch milliseconds
   */
  static void write(Instance instance, long base, NamedMessages messages, DataOutputView out)
      throws IOException {
    int flags = flags(instance);
    out.writeShort(flags);
    writeOrigin(instance.origin(), base, flags, messages, out);
    long entered = instance.origin().entered();
    Wait wait = instance.waiting();
    Wire.writeText(wait.nodeId(), out);
    writeUnless(flags & SINCE_ENTRY, wait.since() - entered, out);
    writeUnless(flags & NO_DEADLINE, wait.deadline() - wait.since(), out);
    if (isSet(flags, VISITED) && !isSet(flags, VISITED_AT_ENTRY)) {
      Wire.writeNumber(instance.lastVisit().getAsLong() - entered, out);
    }
    if (isSet(flags, TRIGGER_VALUES)) {
      Wire.writeAll(instance.triggerValues(), Wire::writeJson, out);
    }
    if (isSet(flags, EVENT_VALUES)) {
      Wire.writeAll(instance.eventValues(), Wire::writeJson, out);
    }
    if (isSet(flags, SUPPRESSED)) {
      Wire.writeAll(instance.suppressed(), Wire::writeText, out);
    }
    if (isSet(flags, PROGRESS)) {
      Wire.writeAll(instance.progress().entrySet(), ProgressFormat::write, out);
    }
  }

  /** See {@link #write}. */
  static Instance read(long base, NamedMessages messages, DataInputView in) throws IOException {
    int flags = in.readUnsignedShort();
    Origin origin = readOrigin(base, flags, messages, in);
    String nodeId = Names.read(in);
    long since = isSet(flags, SINCE_ENTRY) ? origin.entered() : origin.entered() + number(in);
    Wait stood =
        new Wait(nodeId, since, isSet(flags, NO_DEADLINE) ? Instance.NEVER : since + number(in));
    OptionalLong lastVisit = readVisit(flags, origin.entered(), in);
    Instance instance =
        new Instance(
            origin,
            isSet(flags, TRIGGER_VALUES) ? Wire.readAll(Wire::readJson, in) : List.of(),
            isSet(flags, EVENT_VALUES) ? Wire.readAll(Wire::readJson, in) : List.of(),
            lastVisit);
    instance.restore(stood, readSuppressed(flags, in), readProgress(flags, in));
    return instance;
  }

  private static SortedSet<String> readSuppressed(int flags, DataInputView in) throws IOException {
    return isSet(flags, SUPPRESSED)
        ? new TreeSet<>(Wire.readAll(Wire::readText, in))
        : Collections.emptySortedSet();
  }

  private static Map<Integer, Instance.Progress> readProgress(int flags, DataInputView in)
      throws IOException {
    if (!isSet(flags, PROGRESS)) {
      return Map.of();
    }
    Map<Integer, Instance.Progress> progress = new TreeMap<>();
    for (Map.Entry<Integer, Instance.Progress> branch : Wire.readAll(ProgressFormat::read, in)) {
      progress.put(branch.getKey(), branch.getValue());
    }
    return progress;
  }

  private static int flags(Instance instance) {
    Origin origin = instance.origin();
    Wait wait = instance.waiting();
    int flags = 0;
    flags |= flag(origin.trigger().isPresent(), TRIGGER);
    flags |= flag(origin.trigger().filter(by -> isEntry(by, origin)).isPresent(), TRIGGER_IS_ENTRY);
    flags |= flag(origin.expiry() == Instance.NEVER, NEVER_EXPIRES);
    flags |= flag(wait.since() == origin.entered(), SINCE_ENTRY);
    flags |= flag(wait.deadline() == Instance.NEVER, NO_DEADLINE);
    OptionalLong visit = instance.lastVisit();
    flags |= flag(visit.isPresent(), VISITED);
    flags |= flag(visit.isPresent() && visit.getAsLong() == origin.entered(), VISITED_AT_ENTRY);
    flags |= flag(!instance.triggerValues().isEmpty(), TRIGGER_VALUES);
    flags |= flag(!instance.eventValues().isEmpty(), EVENT_VALUES);
    flags |= flag(instance.hasSuppressed(), SUPPRESSED);
    flags |= flag(instance.hasProgress(), PROGRESS);
    return flags;
  }

  private static boolean isEntry(TriggerReference trigger, Origin origin) {
    return trigger.timestamp() == origin.entered()
        && trigger.messageId().equals(origin.messageId());
  }

  private static void writeOrigin(
      Origin origin, long base, int flags, NamedMessages messages, DataOutputView out)
      throws IOException {
    Wire.writeNumber(origin.number(), out);
    Wire.writeText(origin.version().scenarioId(), out);
    Wire.writeNumber(origin.version().number(), out);
    Wire.writeText(origin.triggerNode(), out);
    Wire.writeNumber(messages.placeOf(origin.messageId()), out);
    Wire.writeNumber(base - origin.entered(), out);
    writeUnless(flags & NEVER_EXPIRES, origin.expiry() - origin.entered(), out);
    if (isSet(flags, TRIGGER)) {
      TriggerReference trigger = origin.trigger().orElseThrow();
      EventKindFormat.write(trigger.kind(), out);
      if (!isSet(flags, TRIGGER_IS_ENTRY)) {
        Wire.writeNumber(messages.placeOf(trigger.messageId()), out);
        Wire.writeNumber(origin.entered() - trigger.timestamp(), out);
      }
    }
  }

  private static Origin readOrigin(long base, int flags, NamedMessages messages, DataInputView in)
      throws IOException {
    long number = number(in);
    Version version = new Version(Names.read(in), number(in));
    String triggerNode = Names.read(in);
    String messageId = messages.at(number(in));
    long entered = base - number(in);
    long expiry = isSet(flags, NEVER_EXPIRES) ? Instance.NEVER : entered + number(in);
    return new Origin(
        number,
        version,
        triggerNode,
        readTrigger(flags, messageId, entered, messages, in),
        messageId,
        entered,
        expiry);
  }

  private static Optional<TriggerReference> readTrigger(
      int flags, String messageId, long entered, NamedMessages messages, DataInputView in)
      throws IOException {
    if (!isSet(flags, TRIGGER)) {
      return Optional.empty();
    }
    var kind = EventKindFormat.read(in);
    return Optional.of(
        isSet(flags, TRIGGER_IS_ENTRY)
            ? new TriggerReference(messageId, kind, entered)
            : new TriggerReference(messages.at(number(in)), kind, entered - number(in)));
  }

  private static OptionalLong readVisit(int flags, long entered, DataInputView in)
      throws IOException {
    if (!isSet(flags, VISITED)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(isSet(flags, VISITED_AT_ENTRY) ? entered : entered + number(in));
  }

  private static void writeUnless(int derived, long value, DataOutputView out) throws IOException {
    if (derived == 0) {
      Wire.writeNumber(value, out);
    }
  }

  private static long number(DataInputView in) throws IOException {
    return Wire.readNumber(in);
  }

  private static int flag(boolean holds, int flag) {
    return holds ? flag : 0;
  }

  private static boolean isSet(int flags, int flag) {
    return (flags & flag) != 0;
  }
}
