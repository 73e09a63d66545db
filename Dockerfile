# The bot as an image:
#   docker build -t storyline .
#   docker run -d --restart unless-stopped --env-file storyline.env -v storyline:/data storyline
FROM python:3.11-slim AS build
WORKDIR /source
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY knowledge knowledge
COPY handlers handlers
COPY bot bot
RUN python -m venv /opt/storyline \
    && /opt/storyline/bin/pip install --no-cache-dir --constraint constraints.txt .

FROM python:3.11-slim
COPY --from=build /opt/storyline /opt/storyline
RUN useradd --system --uid 10001 --no-create-home --home-dir /data storyline \
    && install --directory --owner storyline --group storyline /data
ENV PATH=/opt/storyline/bin:$PATH \
    STORYLINE_DATABASE=/data/storyline.sqlite3 \
    STORYLINE_HEALTH_LISTEN=0.0.0.0:8080 \
    STORYLINE_LOG_FORMAT=json
USER storyline
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/health', timeout=5)"]
CMD ["storyline", "run"]
