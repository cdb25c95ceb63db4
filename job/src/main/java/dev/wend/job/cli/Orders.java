package dev.wend.job.cli;

import dev.wend.connectors.kafka.ControlTopic;
import dev.wend.connectors.kafka.ControlWriter;
import dev.wend.connectors.kafka.StatusFollower;
import dev.wend.connectors.kafka.StatusTopic;
import dev.wend.connectors.kafka.TopicUnavailableException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Sends orders to the job, and shows what it answers. */
final class Orders {
  static final String FAILURE = "3:no answer in time, or the topics cannot be reached";

  private final JobTopics topics;
  private final Optional<Duration> wait;
  private final PrintWriter printed;
  private final PrintWriter complaints;

  Orders(JobTopics topics, Optional<Duration> wait, CommandSpec command) {
    this.topics = topics;
    this.wait = wait;
    printed = command.commandLine().getOut();
    complaints = command.commandLine().getErr();
  }

  /** Sends all of them, and returns the exit code. */
  int send(List<Order> orders) {
    Optional<ControlTopic> control = topics.control();
    Optional<StatusTopic> status = topics.status();
    if (control.isEmpty()) {
      return complain(JobTopics.NO_CONTROL, ExitCodes.USAGE);
    } else if (wait.isPresent() && status.isEmpty()) {
      return complain(JobTopics.NO_STATUS + "; --no-wait sends without it", ExitCodes.USAGE);
    }
    try {
      List<Answers.Answer> answers =
          wait.isPresent()
              ? answered(orders, control.get(), status.orElseThrow(), wait.get())
              : sent(orders, control.get(), new Answers(this::tell)).all();
      new AnswerPrinter(printed).print(answers);
      return wait.isPresent() ? exitCode(answers) : ExitCodes.OK;
    } catch (TopicUnavailableException failure) {
      return complain(failure.getMessage(), ExitCodes.FAILED);
    }
  }

  private List<Answers.Answer> answered(
      List<Order> orders, ControlTopic control, StatusTopic status, Duration longest)
      throws TopicUnavailableException {
    try (StatusFollower follower = status.follow()) {
      Answers answers = sent(orders, control, new Answers(this::tell));
      tell("waiting up to " + longest + " for the job's answers");
      follower.until(answers::take, longest);
      return answers.all();
    }
  }

  private Answers sent(List<Order> orders, ControlTopic control, Answers answers)
      throws TopicUnavailableException {
    control.ensureExists().ifPresent(warning -> tell("warning: " + warning));
    try (ControlWriter writer = control.writer()) {
      for (Order order : orders) {
        String id = order.scenarioId();
        String request =
            order.document().isPresent()
                ? writer.deploy(id, order.document().get())
                : writer.stop(id);
        answers.expect(request, order);
        tell(id + ": sent as " + request);
      }
    }
    return answers;
  }

  private int exitCode(List<Answers.Answer> answers) {
    long open = answers.stream().filter(answer -> !answer.isLast()).count();
    if (open > 0) {
      tell("error: no last answer to " + open + " of " + answers.size() + " within " + wait.get());
    }
    if (answers.stream().anyMatch(Answers.Answer::isRefusal)) {
      return ExitCodes.ERRORS;
    }
    return open > 0 ? ExitCodes.FAILED : ExitCodes.OK;
  }

  private int complain(String message, int exitCode) {
    tell("error: " + message);
    return exitCode;
  }

  private void tell(String message) {
    complaints.println(message);
    complaints.flush();
  }
}
