package dev.wend.job.reference;

import java.time.Instant;
import java.time.LocalDate;

/** A weekend at which samples begin: on its Sunday, at 01:00 UTC, the clock of Europe/Warsaw moves on or back by an hour. */
enum Season {
  SPRING("2026-03-28"),
  AUTUMN("2026-10-24");

  private final LocalDate saturday;

  Season(String saturday) {
    this.saturday = LocalDate.parse(saturday);
  }

  /** Three hours before the clock moves, in epoch milliseconds. */
  long start() {
    return Instant.parse(saturday + "T22:00:00Z").toEpochMilli();
  }

  /** An instant so many steps of {@link Words#GRID} behind the start. */
  String moment(long gridSteps) {
    return Instant.ofEpochMilli(start() + gridSteps * Words.GRID).toString();
  }

  /** The same moment without an offset, as a clock in UTC shows it. */
  String localMoment(long gridSteps) {
    String text = moment(gridSteps);
    return text.substring(0, text.length() - 1);
  }

  /** A date so many days behind the Saturday, {@code YYYY-MM-DD}. */
  String date(int days) {
    return saturday.plusDays(days).toString();
  }

  /** The day of {@link #date} in every year, {@code MM-DD}. */
  String day(int days) {
    return date(days).substring("2026-".length());
  }
}
