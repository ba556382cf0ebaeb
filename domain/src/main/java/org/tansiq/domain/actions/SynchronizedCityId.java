package org.tansiq.domain.actions;

import org.tansiq.domain.shared.CityId;

/** One city of one synchronised action; its text is the value of the tag {@code synchronized-city}. */
public record SynchronizedCityId(SynchronizedId synchronizedAction, CityId city) {
    @Override
    public String toString() {
        return synchronizedAction + "/" + city;
    }
}
