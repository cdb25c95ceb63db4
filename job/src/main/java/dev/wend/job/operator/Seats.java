package dev.wend.job.operator;

import dev.wend.job.journey.Instance;
import dev.wend.job.operator.WaitingRoom.Waiting;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Customers who wait, found by their id: each at a seat with a number, which another one may take later. */
final class Seats {
  /** The seat of who has none. */
  static final int NONE = Slots.EMPTY;

  private static final int FIRST = 1 << 8;

  private final Slots slots = new Slots(seat -> this.hashes[seat]);
  private Waiting[] customers = new Waiting[FIRST];
  private int[] hashes = new int[FIRST];
  private long[] moments = new long[FIRST];
  private int[] left = new int[FIRST];
  private int leftCount;
  private int end;

  /** The customer of that id, or null. */
  Waiting find(String customerId) {
    int hash = Slots.spread(customerId.hashCode());
    int slot = slots.first(hash);
    for (int seat = slots.at(slot); seat != NONE; seat = slots.at(slot)) {
      if (hashes[seat] == hash && customers[seat].customerId().equals(customerId)) {
        return customers[seat];
      }
      slot = slots.next(slot);
    }
    return null;
  }

  /** All customers, in no order that means anything. */
  Stream<Waiting> all() {
    return Arrays.stream(customers, 0, end).filter(Objects::nonNull);
  }

  /** Gives a seat to a customer who has none. */
  int take(Waiting customer) {
    int seat = leftCount > 0 ? left[--leftCount] : end++;
    if (seat == customers.length) {
      grow(2 * seat);
    }
    customers[seat] = customer;
    hashes[seat] = Slots.spread(customer.customerId().hashCode());
    moments[seat] = Instance.NEVER;
    slots.add(seat);
    return seat;
  }

  private void grow(int length) {
    customers = Arrays.copyOf(customers, length);
    hashes = Arrays.copyOf(hashes, length);
    moments = Arrays.copyOf(moments, length);
    left = Arrays.copyOf(left, length);
  }

  /** Takes a seat back. */
  void leave(int seat) {
    slots.remove(seat);
    customers[seat] = null;
    moments[seat] = Instance.NEVER;
    left[leftCount++] = seat;
  }

  /** The customer at a seat that is taken. */
  Waiting at(int seat) {
    return customers[seat];
  }

  /** When something is due for the customer at a seat, epoch milliseconds; {@link Instance#NEVER} where nobody sits. */
  long moment(int seat) {
    return moments[seat];
  }

  /** Notes when something is due. */
  void setMoment(int seat, long moment) {
    moments[seat] = moment;
  }
}
