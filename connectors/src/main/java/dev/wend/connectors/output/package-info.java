/** Records as they leave the job, and the sinks that need no broker: files, the console, HTTP. */
package dev.wend.connectors.output;
