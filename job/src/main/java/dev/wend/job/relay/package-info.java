/**
 * Tells deployments to tasks that have no input for them, because they are chained to a source.
 *
 * <p>The intake shares the source's task, so that what concerns no scenario is never serialised; Flink's checkpoints do not reach
 * a task that has both a source and a network input, so deployments cannot come as a stream. The manager, which alone decides,
 * sends each numbered control to its operator coordinator. That hands it to the intake's coordinator (both meet in Flink's
 * coordinator store), which sends it to all tasks of the intake. What coordinators send is ordered against checkpoints: what came
 * before a checkpoint began reaches every task before its barrier, what came later reaches none; so in each checkpoint all tasks
 * know the same deployments. A control that reached the job manager just after a checkpoint began is kept by the manager until a
 * complete checkpoint of the intake holds it, and is sent again after a restore; the intake skips numbers that it has taken.
 *
 * <p>Not chosen: every task reading the control topic itself (two deciders that can differ), global aggregates (polled, lost with
 * the job master), the source's own enumerator (ties deployments to one source).
 */
package dev.wend.job.relay;
