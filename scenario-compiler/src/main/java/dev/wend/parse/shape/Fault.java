package dev.wend.parse.shape;

import com.fasterxml.jackson.core.JsonPointer;

/** A value that could not be read, or that is missing. */
public record Fault(JsonPointer pointer) implements Note {}
