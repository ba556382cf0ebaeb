package org.tansiq.domain.actions;

import java.time.ZoneId;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.Text;

/**
 * A city as the gazetteer knew it when it was named.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Place(CityId city, ZoneId zone, String country, Text name) {}
