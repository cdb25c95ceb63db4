package dev.wend.parse.shape;

import com.fasterxml.jackson.core.JsonPointer;

/** Something worth remembering about a place of a document, also where the rest around it is wrong. */
public interface Note {
  /** The place. */
  JsonPointer pointer();
}
