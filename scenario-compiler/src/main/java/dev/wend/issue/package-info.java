/** What can be wrong with a scenario document, where it is wrong, and what to write instead. */
package dev.wend.issue;
