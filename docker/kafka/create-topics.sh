#!/usr/bin/env bash
# Creates the topics of conf/wend.yaml that are not there yet. Argument: a broker.
set -euo pipefail
broker="$1"

create() {
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$broker" --create --if-not-exists \
    --partitions "$2" --replication-factor 1 --topic "$1" "${@:3}"
}

# As many partitions as tasks may read side by side.
create events 4
create wend-actions 4
create wend-trace 4
create wend-late 1
create wend-dead-letter 1
# The last word on each scenario is kept, whatever its age. One partition: deployments have one order.
create wend-control 1 --config cleanup.policy=compact
create wend-status 1 --config cleanup.policy=compact
