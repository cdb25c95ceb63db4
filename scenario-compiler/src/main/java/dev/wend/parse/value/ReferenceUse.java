package dev.wend.parse.value;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.matcher.Reference;
import dev.wend.parse.shape.Note;

/** A document refers to something that an event or the profile holds. */
public record ReferenceUse(JsonPointer pointer, Reference reference) implements Note {}
