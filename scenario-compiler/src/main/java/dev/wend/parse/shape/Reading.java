package dev.wend.parse.shape;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import dev.wend.issue.Severity;
import dev.wend.issue.SourceLocation;
import dev.wend.parse.tree.SourceMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place of a document while it is read: collects the issues and notes of the whole document. */
public final class Reading {
  private final SourceMap document;
  private final JsonPointer pointer;
  private final List<Issue> issues;
  private final List<Note> notes;

  private Reading(SourceMap document, JsonPointer pointer, List<Issue> issues, List<Note> notes) {
    this.document = document;
    this.pointer = pointer;
    this.issues = issues;
    this.notes = notes;
  }

  /** At the root of a document. */
  public static Reading of(SourceMap document) {
    return new Reading(document, JsonPointer.empty(), new ArrayList<>(), new ArrayList<>());
  }

  /** At a member of the object here. */
  public Reading at(String key) {
    return new Reading(document, pointer.appendProperty(key), issues, notes);
  }

  /** At an element of the list here. */
  public Reading at(int index) {
    return new Reading(document, pointer.appendIndex(index), issues, notes);
  }

  /** Where this is. */
  public JsonPointer pointer() {
    return pointer;
  }

  /** Reports an error here, shown at {@code location}. */
  public void error(IssueCode code, SourceLocation location, String message) {
    issues.add(document.issue(Severity.ERROR, code, pointer, location, message));
  }

  /** Reports an error here, shown at {@code location}, and gives the hole that it leaves. */
  public <T> Optional<T> hole(IssueCode code, SourceLocation location, String message) {
    note(new Fault(pointer));
    error(code, location, message);
    return Optional.empty();
  }

  /** Remembers something. */
  public void note(Note note) {
    notes.add(note);
  }

  /** All issues of the document so far. */
  public List<Issue> issues() {
    return List.copyOf(issues);
  }

  /** All notes of one sort so far, in the order in which they were taken. */
  public <N extends Note> List<N> notes(Class<N> sort) {
    return notes.stream().filter(sort::isInstance).map(sort::cast).toList();
  }
}
