package org.tansiq.domain.resources;

import org.tansiq.domain.actions.ActionId;

public record ForAction(ActionId action) implements Purpose {}
