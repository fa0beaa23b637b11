FROM node:26-slim

ENV NODE_ENV=production
# Deliveries of Telegram come from outside the container.
ENV TELEGRAM_HOST=0.0.0.0
WORKDIR /app

COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

COPY data ./data
COPY commands ./commands
COPY src ./src

# A place for SITREP_DB that the ordinary user may write to: docker run -v sitrep:/data -e SITREP_DB=/data/sitrep.db
RUN mkdir /data && chown node:node /data
VOLUME /data

USER node
ENTRYPOINT ["node", "src/main.ts"]
