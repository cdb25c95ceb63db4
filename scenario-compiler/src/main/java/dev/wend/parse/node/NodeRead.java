package dev.wend.parse.node;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.parse.shape.Note;
import dev.wend.scenario.Node;

/** A node that could be read, also where others could not. */
public record NodeRead(JsonPointer pointer, Node node) implements Note {}
