package org.tansiq.projections.members;

import java.time.Instant;
import org.tansiq.domain.shared.Text;

/**
 * That an organisation should belong no more.
 *
 * @param by who proposed it; another has to agree
 */
public record ProposedRemoval(String by, Text reason, Instant since) {}
