package dev.wend.benchmark.workload;

import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.nativejson.NativeDecoder;
import dev.wend.event.CustomerEvent;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.LongFunction;

/** A clickstream in the forms in which contestants read it. */
public final class Records {
  private Records() {}

  /** The carts whose journeys wait, as native JSON; they are made while they are read. */
  public static Iterator<byte[]> waiting(Workload workload, int reader, int readers) {
    return json(new Clickstream(workload, reader, readers, 0, workload.waiting()));
  }

  /** All others, as native JSON without line ends. */
  public static Iterator<byte[]> stream(Workload workload, int reader, int readers) {
    return json(new Clickstream(workload, reader, readers, workload.waiting(), workload.events()));
  }

  private static Iterator<byte[]> json(Clickstream clicks) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return clicks.hasNext();
      }

      @Override
      public byte[] next() {
        return NativeRecord.of(clicks.next());
      }
    };
  }

  /** The same as {@link #stream}, each when it is asked for, at the time (epoch milliseconds) at which it is. */
  public static LongFunction<byte[]> live(Workload workload, int reader, int readers) {
    Clickstream clicks =
        new Clickstream(workload, reader, readers, workload.waiting(), workload.events());
    return now -> NativeRecord.of(clicks.next().at(now));
  }

  /** A page view of somebody who is in no stream. */
  public static byte[] pageView(int customer, long timestamp) {
    return NativeRecord.of(
        new Click(-1L - customer, Click.Kind.PAGE, -1L - customer, timestamp, 0));
  }

  /** As the product decodes it. */
  public static CustomerEvent decode(NativeDecoder decoder, byte[] json) {
    if (decoder.decode(json) instanceof Decoded.Event decoded) {
      return decoded.event();
    }
    throw new IllegalStateException("the stream holds valid records only");
  }

  /** A decoder for the stream. */
  public static NativeDecoder decoder() {
    return new NativeDecoder(
        new DecoderSettings(
            Instant.ofEpochMilli(Clickstream.START).plusSeconds(100L * 86_400),
            DecoderSettings.DEFAULT_FUTURE_TOLERANCE));
  }
}
