/** History files: finding them, and reading them line by line. */
package dev.wend.connectors.file;
