package dev.wend.job.config;

import java.net.URI;

/** An address that requests go to; printed without user, path and query, which may hold a secret. */
public record Endpoint(URI address) {
  @Override
  public String toString() {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port + "/…";
  }
}
