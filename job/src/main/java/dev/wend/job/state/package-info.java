/**
 * How values are kept in state and sent between operators: own serializers with a version byte. What a release has written
 * stays readable for ever.
 */
package dev.wend.job.state;
