# Built and run by compose.yaml; the jar is built inside, so only Docker is needed.
FROM maven:3-eclipse-temurin-21 AS build
WORKDIR /src
COPY . .
RUN mvn -q -DskipTests package

FROM eclipse-temurin:21-jre
RUN useradd --system --create-home --home-dir /var/lib/tansiq tansiq
USER tansiq
WORKDIR /var/lib/tansiq
COPY --from=build /src/gateway/target/gateway-*-SNAPSHOT.jar /opt/tansiq.jar
EXPOSE 8080
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-jar", "/opt/tansiq.jar"]
