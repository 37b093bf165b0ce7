/**
 * A whole Kafka in this process, for those who have none: one node, broker and controller in one
 * ({@link ouidire.deploy.broker.EmbeddedBroker}). It listens on loopback only and keeps its log
 * under the data folder; the code that uses it is the same as with a cluster, only the address
 * differs.
 */
@NullMarked
package ouidire.deploy.broker;

import org.jspecify.annotations.NullMarked;
