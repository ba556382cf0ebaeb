package org.tansiq.domain.actions;

import org.tansiq.domain.shared.OrganizationId;

/** What one organisation answers to one call. */
public record CallAnswerId(SynchronizedId synchronizedAction, OrganizationId organization) {}
