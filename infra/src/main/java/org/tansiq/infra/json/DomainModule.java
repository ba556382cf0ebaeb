package org.tansiq.infra.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Id;
import org.tansiq.domain.shared.Text;

/** How the domain's own small types look in JSON. */
final class DomainModule extends SimpleModule {
    DomainModule() {
        super("domain");
        addSerializer(Id.class, new IdWriter());
        addKeySerializer(Id.class, new IdKeyWriter());
        addSerializer(Text.class, new TextWriter());
        addDeserializer(Text.class, new TextReader());
        addSerializer(new SetWriter());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new IdReaders());
        context.addKeyDeserializers(
                (type, config, description) -> isId(type) ? new IdKeyReader(constructor(type.getRawClass())) : null);
    }

    private static boolean isId(JavaType type) {
        return type.getRawClass().isRecord() && Id.class.isAssignableFrom(type.getRawClass());
    }

    private static Constructor<?> constructor(Class<?> id) {
        try {
            var constructor = id.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(id + " is an identifier, and those are records of one string.", e);
        }
    }

    private static Object make(Constructor<?> constructor, String value, DeserializationContext context)
            throws IOException {
        try {
            return constructor.newInstance(value);
        } catch (ReflectiveOperationException e) {
            return context.handleInstantiationProblem(
                    constructor.getDeclaringClass(), value, e.getCause() == null ? e : e.getCause());
        }
    }

    private static final class IdWriter extends JsonSerializer<Id> {
        @Override
        public void serialize(Id id, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(id.value());
        }
    }

    private static final class IdKeyWriter extends JsonSerializer<Id> {
        @Override
        public void serialize(Id id, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(id.value());
        }
    }

    private static final class IdReaders extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            return isId(type) ? new IdReader(constructor(type.getRawClass())) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return type.isRecord() && Id.class.isAssignableFrom(type);
        }
    }

    private static final class IdReader extends StdScalarDeserializer<Object> {
        private final transient Constructor<?> constructor;

        IdReader(Constructor<?> constructor) {
            super(constructor.getDeclaringClass());
            this.constructor = constructor;
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return make(constructor, _parseString(in, context, this), context);
        }
    }

    private static final class IdKeyReader extends KeyDeserializer {
        private final transient Constructor<?> constructor;

        IdKeyReader(Constructor<?> constructor) {
            this.constructor = constructor;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return make(constructor, key, context);
        }
    }

    private static final class TextWriter extends JsonSerializer<Text> {
        @Override
        public void serialize(Text text, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject(text);
            for (var written : text.in().entrySet()) {
                out.writeStringField(written.getKey(), written.getValue());
            }
            out.writeEndObject();
        }
    }

    private static final class TextReader extends JsonDeserializer<Text> {
        @Override
        public Text deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.isExpectedStartObjectToken()) {
                return (Text) context.handleUnexpectedToken(Text.class, in);
            }
            var written = new TreeMap<String, String>();
            for (var language = in.nextFieldName(); language != null; language = in.nextFieldName()) {
                var words = in.nextTextValue();
                if (words == null) {
                    return (Text) context.handleUnexpectedToken(Text.class, in);
                }
                written.put(language, words);
            }
            return new Text(written);
        }
    }

    /** {@code Set.of} has another order in every run of the program; the same rows shall give the same text. */
    private static final class SetWriter extends JsonSerializer<Set<?>> {
        @Override
        @SuppressWarnings("unchecked")
        public Class<Set<?>> handledType() {
            return (Class<Set<?>>) (Class<?>) Set.class;
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator out, SerializerProvider provider) throws IOException {
            var items = new ArrayList<Object>(set);
            if (!(set instanceof SequencedCollection)) {
                items.sort(Comparator.comparing(Object::toString));
            }
            out.writeStartArray(set, items.size());
            for (var item : items) {
                provider.defaultSerializeValue(item, out);
            }
            out.writeEndArray();
        }
    }
}
