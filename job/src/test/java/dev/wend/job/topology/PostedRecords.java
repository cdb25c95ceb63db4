package dev.wend.job.topology;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wend.event.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An endpoint that remembers what was posted to it. */
final class PostedRecords implements AutoCloseable {
  /**
   * A request, and how it was answered.
   *
   * @param number from 1
   */
  record Request(
      int number,
      List<String> ids,
      String key,
      String contentType,
      String authorization,
      int status) {}

  /** How a request is answered. */
  record Answer(int status, String retryAfter) {
    static final Answer OK = new Answer(200, "");
    static final Answer UNAVAILABLE = new Answer(503, "");
  }

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private PostedRecords(HttpServer server) {
    this.server = server;
  }

  /** Listens on a port, or a free one for 0; {@code answers} sees requests with status 0. */
  static PostedRecords listen(int port, Function<Request, Answer> answers) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    PostedRecords posted = new PostedRecords(server);
    server.createContext("/actions", exchange -> posted.answer(exchange, answers));
    server.start();
    return posted;
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/actions";
  }

  List<Request> requests() {
    return requests;
  }

  /** The ids of the records that were taken, in order. */
  List<String> taken() {
    return requests.stream()
        .filter(request -> request.status() == 200)
        .flatMap(request -> request.ids().stream())
        .toList();
  }

  private synchronized void answer(HttpExchange exchange, Function<Request, Answer> answers)
      throws IOException {
    Request asked = request(exchange);
    Answer answer = answers.apply(asked);
    requests.add(
        new Request(
            asked.number(),
            asked.ids(),
            asked.key(),
            asked.contentType(),
            asked.authorization(),
            answer.status()));
    if (!answer.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
    }
    exchange.sendResponseHeaders(answer.status(), -1);
    exchange.close();
  }

  private Request request(HttpExchange exchange) throws IOException {
    List<String> ids = new ArrayList<>();
    for (JsonNode each : Json.read(exchange.getRequestBody().readAllBytes())) {
      ids.add(each.path("actionId").asText(each.path("text").asText()));
    }
    return new Request(
        requests.size() + 1,
        ids,
        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
        exchange.getRequestHeaders().getFirst("Content-Type"),
        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
        0);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
