/** Records posted to an endpoint over HTTP. */
package dev.wend.connectors.http;
