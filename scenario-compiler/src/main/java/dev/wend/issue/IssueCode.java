package dev.wend.issue;

/** placeholder */
public enum IssueCode {
  SCN001
}
