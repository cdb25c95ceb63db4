/** JSON text as a tree in which every key and value knows its place. */
package dev.wend.parse.tree;
