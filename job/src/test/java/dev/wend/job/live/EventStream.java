package dev.wend.job.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Sends events all the time, each of a customer of its own, who views something and a moment later submits a form. */
final class EventStream implements AutoCloseable {
  private static final int AT_ONCE = 10;
  private static final long PAUSE_MILLIS = 20;

  private final LiveRun run;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicInteger sent = new AtomicInteger();
  private final ConcurrentSkipListMap<Long, List<String>> views = new ConcurrentSkipListMap<>();
  private final Future<?> sending;

  EventStream(LiveRun run) {
    this.run = run;
    sending = thread.submit(this::send);
  }

  private Void send() throws Exception {
    while (!ended.get()) {
      long now = Instant.now().toEpochMilli();
      List<String> customers = new ArrayList<>();
      List<String> records = new ArrayList<>();
      for (int index = 0; index < AT_ONCE; index++) {
        String customer = "customer-" + (sent.get() + index);
        customers.add(customer);
        records.add(Viewed.event("v-" + customer, customer, now));
        records.add(
            Viewed.event("f-" + customer, customer, now)
                .replace("Product Viewed", "Form Submitted"));
      }
      run.send(sent.get() / AT_ONCE % 2, records);
      views.merge(now, customers, EventStream::both);
      sent.addAndGet(AT_ONCE);
      Thread.sleep(PAUSE_MILLIS);
    }
    return null;
  }

  private static List<String> both(List<String> one, List<String> other) {
    List<String> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  /** How many customers there are by now. */
  int sent() {
    return sent.get();
  }

  void awaitSent(int customers) throws Exception {
    LiveRun.await(
        () -> {
          if (sending.isDone()) {
            sending.get();
          }
          return sent() >= customers;
        },
        "not " + customers + " customers");
  }

  /** The time of the newest events, epoch milliseconds. */
  long lastTimestamp() {
    return views.lastKey();
  }

  /** Who viewed something at {@code timestamp}, epoch milliseconds, or later. */
  Set<String> customersSince(long timestamp) {
    return views.tailMap(timestamp).values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  /** Sends nothing more. */
  void end() throws Exception {
    ended.set(true);
    sending.get(LiveRun.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() throws Exception {
    end();
    thread.shutdown();
  }
}
