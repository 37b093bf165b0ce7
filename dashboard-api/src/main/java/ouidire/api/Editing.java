package ouidire.api;

import ouidire.core.brand.BrandDirectory;
import ouidire.core.settings.SettingsStore;

/**
 * What people change in the interface, and what helps them to.
 *
 * @param settings where brands, searches and lists are kept
 * @param brands the brands and how they stand
 * @param desk what can be said of a query
 */
public record Editing(SettingsStore settings, BrandDirectory brands, QueryDesk desk) {}
