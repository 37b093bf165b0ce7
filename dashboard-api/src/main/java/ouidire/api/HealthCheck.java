package ouidire.api;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One thing that must be well for calls to be answered.
 *
 * @param name {@code broker, index...}
 * @param problem empty when it is well, else what is wrong, in English and without secrets; answers
 *     at once
 */
public record HealthCheck(String name, Supplier<Optional<String>> problem) {}
