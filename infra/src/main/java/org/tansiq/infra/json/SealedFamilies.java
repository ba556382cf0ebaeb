package org.tansiq.infra.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sealed interface of records is read as the one record whose properties these are, so the domain needs no annotations
 * and the log no class names. Each record needs a property that tells it from its siblings and is never absent.
 */
final class SealedFamilies extends JacksonAnnotationIntrospector {
    private static final JsonTypeInfo.Value BY_ITS_PROPERTIES = JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.DEDUCTION, JsonTypeInfo.As.EXISTING_PROPERTY, null, null, false, null);

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return records(annotated).isEmpty() ? super.findPolymorphicTypeInfo(config, annotated) : BY_ITS_PROPERTIES;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        var records = records(annotated);
        return records.isEmpty()
                ? super.findSubtypes(annotated)
                : records.stream().map(NamedType::new).toList();
    }

    private static List<Class<?>> records(Annotated annotated) {
        if (!(annotated instanceof AnnotatedClass of) || !of.getRawType().isSealed()) {
            return List.of();
        }
        var records = new ArrayList<Class<?>>();
        return of.getRawType().isInterface() && collect(of.getRawType(), records) ? records : List.of();
    }

    /** @return whether the whole family is records */
    private static boolean collect(Class<?> type, List<Class<?>> records) {
        if (type.isRecord()) {
            records.add(type);
            return true;
        }
        if (!type.isInterface() || !type.isSealed()) {
            return false;
        }
        for (var permitted : type.getPermittedSubclasses()) {
            if (!collect(permitted, records)) {
                return false;
            }
        }
        return true;
    }
}
