/** The vocabulary of all modules: what comes in, what is known of a customer, and what goes out. */
package dev.wend.event;
