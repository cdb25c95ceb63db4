/** The node types (SEMANTICS.md section 2), one file each, and the list of them all. */
package dev.wend.parse.node;
