/** Declarations of what a document may look like, from which both the parser and the JSON Schema are made. */
package dev.wend.parse.shape;
