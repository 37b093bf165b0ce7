package ouidire.deploy.app;

import ouidire.core.alert.AlertDirectory;
import ouidire.core.alert.DecidingDesk;
import ouidire.core.alert.Drills;
import ouidire.core.alert.Incidents;

/**
 * Where people see incidents and act on them: at the desk itself, or away from it.
 *
 * @param incidents to read
 * @param desk to act
 * @param directory the alerts among them
 * @param drills exercises
 */
record Seat(Incidents incidents, DecidingDesk desk, AlertDirectory directory, Drills drills) {}
