package dev.wend.connectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Sends requests, on threads of its own. */
final class Endpoint implements AutoCloseable {
  private final HttpOutput output;
  private final ExecutorService threads;
  private final HttpClient client;

  Endpoint(HttpOutput output) {
    this.output = output;
    this.threads =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "http-sink-" + output.name());
              thread.setDaemon(true);
              return thread;
            });
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(output.timeout())
            .executor(threads)
            .build();
  }

  /** Posts records; the reply comes on another thread, after the timeout at the latest. */
  CompletableFuture<Reply> post(List<HttpRecord> batch) {
    HttpRequest request =
        request(
            output.url(), output.headers(), output.timeout(), batch.get(0).batch(), body(batch));
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .orTimeout(output.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (response, failure) ->
                failure == null ? Reply.of(response, Instant.now()) : Reply.of(failure));
  }

  /**
   * A request as the endpoint gets it.
   *
   * @throws IllegalArgumentException when a header or the address cannot be used
   */
  static HttpRequest request(
      URI url, Map<String, String> headers, Duration timeout, String key, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(withoutUser(url))
            .timeout(timeout)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .setHeader("Content-Type", "application/json");
    String user = url.getUserInfo();
    if (user != null) {
      String credentials = Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
      request.setHeader("Authorization", "Basic " + credentials);
    }
    headers.forEach((name, value) -> setHeader(request, name, value));
    return request.setHeader("Idempotency-Key", key).build();
  }

  /** The exception of the client would tell the value. */
  private static void setHeader(HttpRequest.Builder request, String name, String value) {
    try {
      request.setHeader(name, value);
    } catch (IllegalArgumentException notAllowed) {
      throw new IllegalArgumentException("a request cannot carry this header '" + name + "'");
    }
  }

  private static URI withoutUser(URI url) {
    String user = url.getRawUserInfo();
    return user == null ? url : URI.create(url.toString().replaceFirst("//[^/@]*@", "//"));
  }

  private static byte[] body(List<HttpRecord> batch) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String before = "[";
    for (HttpRecord each : batch) {
      body.writeBytes(before.getBytes(UTF_8));
      body.writeBytes(each.json());
      before = ",";
    }
    body.write(']');
    return body.toByteArray();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
