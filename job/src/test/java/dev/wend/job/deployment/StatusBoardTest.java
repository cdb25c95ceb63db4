package dev.wend.job.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.job.operator.Report;
import dev.wend.job.operator.Report.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What is told of a deployment once all tasks have taken it, and how far the job is, across restarts. */
class StatusBoardTest {
  private static final String REQUEST = "control/0@1";
  private static final StatusRecord ACCEPTED =
      StatusRecord.of(StatusKind.ACCEPTED, "a", OptionalLong.of(2), REQUEST);

  private static final class Board
      extends TwoInputStreamOperatorTestHarness<StatusRecord, Report, StatusRecord> {
    Board() throws Exception {
      super(new StatusBoard());
    }

    static Board open(OperatorSubtaskState state) throws Exception {
      Board board = new Board();
      board.setup();
      if (state != null) {
        board.initializeState(state);
      }
      board.open();
      return board;
    }

    void answer(StatusRecord answer) throws Exception {
      processElement1(new StreamRecord<>(answer));
    }

    void report(Report report) throws Exception {
      processElement2(new StreamRecord<>(report));
    }

    List<StatusRecord> told() {
      List<StatusRecord> told = new ArrayList<>(extractOutputValues());
      getOutput().clear();
      return told;
    }
  }

  private static Report taken(Stage stage, int subtasks, long timestamp) {
    return new Report.Taken(stage, subtasks, REQUEST, true, timestamp);
  }

  @Test
  void itRunsFromBehindTheLastThatAnyTaskTookWithoutIt() throws Exception {
    try (Board board = Board.open(null)) {
      board.report(taken(Stage.INTAKE, 2, 500));
      board.answer(ACCEPTED);
      board.report(taken(Stage.SCENARIOS, 1, 300));
      assertThat(board.told()).containsExactly(ACCEPTED);

      board.report(taken(Stage.INTAKE, 2, 700));

      assertThat(board.told())
          .containsExactly(
              StatusRecord.of(StatusKind.RUNNING, "a", OptionalLong.of(2), REQUEST).at(701));
    }
  }

  @Test
  void whatIsNotCompleteGoesOnAfterARestart() throws Exception {
    OperatorSubtaskState state;
    try (Board board = Board.open(null)) {
      board.answer(ACCEPTED);
      board.report(taken(Stage.INTAKE, 1, 500));
      state = board.snapshot(1, 1);
    }
    try (Board board = Board.open(state)) {
      board.report(taken(Stage.SCENARIOS, 1, Long.MIN_VALUE));

      assertThat(board.told())
          .extracting(StatusRecord::kind, StatusRecord::timestamp)
          .containsExactly(tuple(StatusKind.RUNNING, OptionalLong.of(501)));
    }
  }

  @Test
  void whatRunsIsToldAgainAfterARestart() throws Exception {
    StatusRecord running = StatusRecord.of(StatusKind.RUNNING, "a", OptionalLong.of(1), "a.json");
    StatusRecord other = StatusRecord.of(StatusKind.RUNNING, "b", OptionalLong.of(1), "b.json");
    StatusRecord stopped = StatusRecord.of(StatusKind.STOPPED, "b", OptionalLong.of(1), "b@1");
    OperatorSubtaskState state;
    try (Board board = Board.open(null)) {
      board.answer(running);
      board.answer(other);
      board.answer(ACCEPTED);
      board.answer(stopped);
      board.setProcessingTime(1);
      assertThat(board.told()).containsExactly(running, other, ACCEPTED, stopped);
      state = board.snapshot(1, 1);
    }
    try (Board board = Board.open(state)) {
      board.setProcessingTime(1);
      assertThat(board.told()).containsExactly(running);
    }
  }

  @Test
  void progressIsThatOfTheSlowestTaskAndNeverGoesBack() throws Exception {
    OperatorSubtaskState state;
    try (Board board = Board.open(null)) {
      board.report(new Report.Carried(0, 2, 100));
      board.setProcessingTime(2_000);
      assertThat(board.told()).isEmpty();
      board.report(new Report.Carried(1, 2, 80));
      board.setProcessingTime(4_000);
      assertThat(board.told()).containsExactly(StatusRecord.progress(80));
      state = board.snapshot(1, 1);
    }
    try (Board board = Board.open(state)) {
      board.report(new Report.Carried(0, 1, 60));
      board.setProcessingTime(2_000);
      assertThat(board.told()).isEmpty();
      board.report(new Report.Carried(0, 1, 90));
      board.setProcessingTime(4_000);
      assertThat(board.told()).containsExactly(StatusRecord.progress(90));
    }
  }
}
