/** The gazetteer: cities by any of their names, with country, zone and coordinates. */
@org.jspecify.annotations.NullMarked
package org.tansiq.infra.cities;
