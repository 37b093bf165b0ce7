package ouidire.api;

import ouidire.core.alert.AlertDocuments;
import ouidire.core.alert.ChannelTester;
import ouidire.core.alert.Drills;
import ouidire.core.alert.IncidentDesk;
import ouidire.core.alert.Incidents;
import ouidire.core.alert.RouteTester;
import ouidire.core.alert.RuleReplay;
import ouidire.core.alert.SignedLinks;

/**
 * Incidents, and what people do with them and set about them.
 *
 * @param incidents to read
 * @param desk to act
 * @param documents rules, channels, people, roles, routes, campaigns, playbooks
 * @param replay what a rule would have done
 * @param tests sends a test by a channel
 * @param drills exercises
 * @param routing who would be told
 * @param links reads the links that messages carry
 */
public record AlertPorts(
    Incidents incidents,
    IncidentDesk desk,
    AlertDocuments documents,
    RuleReplay replay,
    ChannelTester tests,
    Drills drills,
    RouteTester routing,
    SignedLinks links) {}
