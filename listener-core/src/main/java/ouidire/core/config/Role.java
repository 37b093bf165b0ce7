package ouidire.core.config;

/** A part of the service that a process may play; one process may play all. */
public enum Role {
  /** The embedded Kafka. */
  BROKER,
  /** Reads sources and takes in what is pushed. */
  INGEST,
  /** Tells brands, language and tone of mentions. */
  ANALYSE,
  /** Watches for what is far from usual and tells people. */
  ALERT,
  /** Keeps the index, answers the API and the dashboard. */
  SERVE
}
