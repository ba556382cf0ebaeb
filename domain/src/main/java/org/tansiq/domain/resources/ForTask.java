package org.tansiq.domain.resources;

import org.tansiq.domain.tasks.TaskId;

public record ForTask(TaskId task) implements Purpose {}
