package org.tansiq.infra.contacts;

import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.shared.CoalitionId;

/** The contact that a resource of a coalition is. */
public record ContactId(CoalitionId coalition, ResourceId resource) {}
