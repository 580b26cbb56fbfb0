# briefgen with all that it needs: docker build -t briefgen . && docker run --rm -v "$PWD:/work" briefgen build
FROM python:3.13-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/*
COPY . /briefgen
RUN python -m pip install --no-cache-dir --require-hashes -r /briefgen/requirements.txt \
    && python -m pip install --no-cache-dir --no-deps --no-build-isolation /briefgen
WORKDIR /work
ENTRYPOINT ["briefgen"]
