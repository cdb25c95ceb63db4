package dev.wend.job.generate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes the members of a record's properties or traits. */
interface Properties {
  Properties NONE = json -> {};

  void write(JsonGenerator json) throws IOException;
}
